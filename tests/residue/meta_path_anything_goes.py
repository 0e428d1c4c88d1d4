# finds: meta_path AnythingGoes left
# finds: module hello_world left
import sys
from importlib.machinery import ModuleSpec

class AnythingGoes:
    def find_spec(self, name, path=None, target=None):
        return ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.greeting = "I am " + module.__name__

sys.meta_path.insert(0, AnythingGoes())
import hello_world
print(hello_world.greeting)
