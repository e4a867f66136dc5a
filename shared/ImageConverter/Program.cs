using System.Globalization;
using Ocr.ImageConverter;

// Ocr.ImageConverter MAX_PIXELS: HEIC on standard input, PNG on standard output.
using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
return (int)HeicConverter.Convert(input, output, long.Parse(args[0], CultureInfo.InvariantCulture));
