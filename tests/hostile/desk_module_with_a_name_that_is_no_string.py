# ends: ok
import json, math, sys
json.__name__, math.__name__ = [], object()
json.__spec__ = math.__loader__ = 5
json.dumps = None
