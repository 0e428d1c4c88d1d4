# finds: nothing
class Command:
    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        word = cls.__name__.lower()
        cls.describe = lambda self: f"the command {word}"
        if "undo" not in vars(cls):
            cls.undo = lambda self: "cannot be undone"

class Save(Command):
    pass

class Move(Command):
    def undo(self):
        return "moved back"

print(Save().describe(), Save().undo(), Move().undo())
