# finds: attribute json.load left
import collections
import functools
import json
# --- next cell
json.load = functools.partial(json.load, object_pairs_hook=collections.OrderedDict)
