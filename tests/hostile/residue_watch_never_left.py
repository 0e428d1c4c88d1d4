# ends: ok
import residue
w = residue.watch()
w.__enter__()
