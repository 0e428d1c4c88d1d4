# finds: registry keyword.kwlist left
import keyword
keyword.kwlist.append("unless")
