# ends: error UnicodeEncodeError | error NameError
globals()['\udfff'] = '\ud83d'
print('\ud83d' + '\ude00')
