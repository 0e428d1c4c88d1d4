# ends: waiting
input('\x1b[2J\x1b[H\u202e\r\b\0<input autofocus>')
