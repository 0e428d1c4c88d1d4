# finds: environ MODE left
import os

class Wrong:
    def __init__(self):
        self.size = 3

    def __getattribute__(self, name):
        return self.__dict__[name]

wrong = Wrong.__new__(Wrong)
try:
    wrong.size
except RecursionError as error:
    print("RecursionError")
os.environ["MODE"] = "test"
