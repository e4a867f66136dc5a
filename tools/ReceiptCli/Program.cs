using Ocr.ReceiptCli;

return await CommandLine.RunAsync(args);
