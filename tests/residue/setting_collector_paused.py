# finds: setting gc.enabled reverted
import gc

gc.enable()
# --- next cell
def build(size):
    gc.disable()
    try:
        nodes = [{"next": None} for _ in range(size)]
        for left, right in zip(nodes, nodes[1:]):
            left["next"] = right
        return nodes
    finally:
        gc.enable()

chain = build(5)
