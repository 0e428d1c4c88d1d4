# ends: ok
# What takes a changed folder back must name all of it.
import os
name = 'long ' * 40
os.mkdir(name)
os.chdir(name)
os.mkdir('next')
os.chdir('next')
