# ends: endless
import residue
with residue.watch() as w:
    while True:
        w.look()
