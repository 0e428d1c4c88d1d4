# ends: ok
import residue
w = residue.watch()
with w:
    with w:
        pass
len(w.left)
