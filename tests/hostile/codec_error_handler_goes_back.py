# ends: endless | memory
import codecs
codecs.register_error('back', lambda error: ('?', 0))
b'ab\xff'.decode('ascii', 'back')
