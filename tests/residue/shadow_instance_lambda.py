# finds: shadow tool.run left
class Tool:
    def run(self):
        return 'class'

tool = Tool()
# --- next cell
tool.run = lambda: 'instance'
print(tool.run(), Tool().run())
