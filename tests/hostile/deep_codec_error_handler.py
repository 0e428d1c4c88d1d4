# ends: error RecursionError | stack
import codecs
codecs.register_error('again', lambda error: ('é'.encode('ascii', 'again'), error.end))
'é'.encode('ascii', 'again')
