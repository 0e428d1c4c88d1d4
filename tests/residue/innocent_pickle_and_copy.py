# finds: nothing
import copy
import pickle

class Garden:
    def __init__(self, beds):
        self.beds = beds
        self.visits = 0

    def __getstate__(self):
        return {"beds": self.beds}

    def __setstate__(self, state):
        self.beds, self.visits = state["beds"], 0

garden = Garden({"north": ["rose"], "south": []})
garden.visits = 4
shallow, deep = copy.copy(garden), copy.deepcopy(garden)
garden.beds["south"].append("tulip")
again = pickle.loads(pickle.dumps(garden, protocol=pickle.HIGHEST_PROTOCOL))
print(shallow.beds["south"], deep.beds["south"], again.visits, again.beds == garden.beds)
