# ends: error SyntaxError
exec('\ufeffx = 1\f\r\n\ty = 2' if False else '\ufeffx = 1\f\ny = 2\r\nz = 3\r')
