# finds: nothing
class Plugins:
    known = []

    @classmethod
    def register(cls, plugin):
        cls.known.append(plugin)
        return plugin

# --- next cell
@Plugins.register
class Spell:
    pass

print(len(Plugins.known))
