# finds: attribute Tool.extra reverted
class Tool:
    pass

def install():
    Tool.extra = lambda self: 1

def uninstall():
    del Tool.extra
# --- next cell
install()
answer = Tool()
uninstall()
print("done")
