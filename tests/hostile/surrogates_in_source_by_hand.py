# ends: error UnicodeEncodeError
exec('x = "\ud800"')
