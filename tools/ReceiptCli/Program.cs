using System.CommandLine;
using Ocr.ReceiptCli.Commands;

var root = new RootCommand("Reads payment receipts: words, fields, and how right they are.")
{
    ReadCommand.Create(),
    ScoreCommand.Create(),
    ScoreBoxesCommand.Create(),
    WordsCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
