# finds: attribute Report.header left
class Report:
    header = 'Report'
    footer = 'The end'

# --- next cell
Report.footer = 'Bye'
Report.header = lambda self: self.footer.upper()
print(Report().header())
