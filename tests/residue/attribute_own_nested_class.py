# finds: attribute Outer.Inner.run left
class Outer:
    class Inner:
        def run(self):
            return 'inner'

# --- next cell
def run(self):
    return 'changed'

Outer.Inner.run = run
print(Outer.Inner().run())
