using System.CommandLine;
using Ocr.FieldDocuments;
using Ocr.FieldDocuments.Evaluation;
using Ocr.FieldDocuments.Words;

var output = new Option<FileInfo>("--out") { Description = "Shard file to write; with the ending .jsonl, one document of words and tags per line, for inspection." };
var count = new Option<int>("--count") { DefaultValueFactory = _ => 1000, Description = "Documents." };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed of the documents." };
var split = new Option<Split>("--split") { DefaultValueFactory = _ => Split.Train, Description = "Train, Words (held-back words), Layouts (held-back words and arrangements) or All." };
var rules = new Option<FileInfo>("--rules") { DefaultValueFactory = _ => new FileInfo("rules/extraction_rules.json"), Description = "Rule file; banks.json must be next to it." };
var root = new RootCommand("Writes generated documents as arrays for training/fields/train.py.") { output, count, seed, split, rules };
var evaluate = new Command("evaluate", "Scores the extraction engine on generated documents.");
var pack = new Option<DirectoryInfo?>("--pack") { Description = "Folder of the field model; without it, only the rules are used." };
var samples = new Option<FileInfo?>("--samples") { Description = "CSV of confidences, for calibrate.py." };
var errors = new Option<bool>("--faults") { Description = "List every wrong field." };
var explain = new Option<int[]>("--explain") { DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true, Description = "Numbers of documents whose tags and fields are printed instead of the score; needs --pack." };
foreach (var option in (Option[])[count, seed, split, rules, pack, samples, errors, explain])
{
    evaluate.Options.Add(option);
}

evaluate.SetAction(parsed => Evaluating.Run(parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(split), parsed.GetValue(rules)!, parsed.GetValue(pack), parsed.GetValue(samples), parsed.GetValue(errors), parsed.GetValue(explain)!));
root.Subcommands.Add(evaluate);
root.SetAction(parsed => Writing.Run(parsed.GetValue(output) ?? new FileInfo("documents.jsonl"), parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(split), parsed.GetValue(rules)!));
return root.Parse(args).Invoke();
