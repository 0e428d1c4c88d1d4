# finds: registry copy._deepcopy_dispatch left
import copy
class P:
    pass
copy._deepcopy_dispatch[P] = lambda x, memo: x
