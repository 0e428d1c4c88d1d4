# finds: shadow tool.run left
class patch_attr:
    def __init__(self, owner, name, value):
        self.owner, self.name, self.value = owner, name, value

    def __enter__(self):
        self.old = getattr(self.owner, self.name)
        setattr(self.owner, self.name, self.value)

    def __exit__(self, *details):
        setattr(self.owner, self.name, self.old)

class Base:
    def run(self):
        return 'real'

class Tool(Base):
    pass

tool = Tool()
# --- next cell
with patch_attr(tool, 'run', lambda: 'fake'):
    result = tool.run()
print(result, tool.run(), 'run' in vars(tool))
