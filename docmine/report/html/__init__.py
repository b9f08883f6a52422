"""An account → one self-contained HTML file.

environment: templates that cannot let document text become markup · report.css: screen, dark, narrow, print
"""
