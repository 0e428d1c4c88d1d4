# ends: error UnicodeEncodeError
print('\ud800')
