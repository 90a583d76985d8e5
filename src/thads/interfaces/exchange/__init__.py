"""Files in and out: JSON Lines histories, Excel workbooks."""
