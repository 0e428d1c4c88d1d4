# ends: ok
class Key:
    broken = False
    def __hash__(self):
        if Key.broken:
            1 / 0
        return 1
globals()[Key()] = 1
Key.broken = True
