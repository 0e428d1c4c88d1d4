# finds: attribute json.loads left
import json

class patch_attr:
    def __init__(self, owner, name, value):
        self.owner, self.name, self.value = owner, name, value

    def start(self):
        self.old = getattr(self.owner, self.name)
        setattr(self.owner, self.name, self.value)
        return self

    def stop(self):
        setattr(self.owner, self.name, self.old)

# --- next cell
a = patch_attr(json, 'loads', lambda text: 'a').start()
b = patch_attr(json, 'loads', lambda text: 'b').start()
during = json.loads('1')
a.stop()
b.stop()
print(during, json.loads('1'))
