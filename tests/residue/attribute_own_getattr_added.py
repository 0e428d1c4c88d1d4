# finds: attribute Config.__getattr__ left
class Config:
    def __init__(self, **values):
        self.values = values

config = Config(size=3)
# --- next cell
def __getattr__(self, name):
    return self.values[name]

Config.__getattr__ = __getattr__
print(config.size)
