# ends: error ValueError
import linecache, traceback, re
linecache.getlines = traceback.format_exception = re.compile = None
linecache.cache = None
raise ValueError('still told')
