using System.Buffers.Binary;

namespace Ocr.Images;

/// <summary>The items of a HEIC file: their types, and the size of the main image.</summary>
internal sealed class HeicItems
{
    private const int MaxItems = 4096;
    private const long MaxTilePixels = 1 << 20;

    // Images of HEVC, and grids of them; copies, gain maps and metadata are not decoded. Every other type is refused.
    private static readonly HashSet<uint> Accepted =
    [
        HeicHeader.Code("hvc1"u8), HeicHeader.Code("grid"u8), HeicHeader.Code("iden"u8), HeicHeader.Code("tmap"u8),
        HeicHeader.Code("Exif"u8), HeicHeader.Code("mime"u8), HeicHeader.Code("uri "u8),
    ];

    private readonly Dictionary<uint, uint> _types = [];
    private readonly Dictionary<uint, (int Width, int Height)> _sizes = [];
    private readonly List<(int Width, int Height)?> _properties = [];
    private uint? _main;
    private bool _isRefused;

    private HeicItems()
    {
    }

    /// <summary>Size of the main image; <see langword="null"/> when there is none, or the file is not accepted.</summary>
    public (int Width, int Height)? Main
    {
        get
        {
            var isImage = _main is { } id && _types.TryGetValue(id, out var type)
                && (type == HeicHeader.Code("hvc1"u8) || type == HeicHeader.Code("grid"u8));
            if (_isRefused || !isImage || !_sizes.TryGetValue(_main!.Value, out var main))
            {
                return null;
            }

            // The main image is cropped from its tiles, which encoders pad. A small image of large tiles is refused.
            var max = Math.Max(2L * main.Width * main.Height, MaxTilePixels);
            return _sizes.Values.All(size => (long)size.Width * size.Height <= max) ? main : null;
        }
    }

    /// <summary>Reads the content of the box <c>meta</c>.</summary>
    public static HeicItems Read(ReadOnlySpan<byte> meta)
    {
        var items = new HeicItems();
        while (HeicHeader.TryNext(ref meta, out var type, out var content, out _))
        {
            items.Take(type, content);
        }

        return items;
    }

    private void Take(uint type, ReadOnlySpan<byte> content)
    {
        if (type == HeicHeader.Code("pitm"u8) && content.Length >= 6)
        {
            _main = content[0] == 0 ? BinaryPrimitives.ReadUInt16BigEndian(content[4..]) : Number(content[4..]);
        }
        else if (type == HeicHeader.Code("iinf"u8) && content.Length >= 6)
        {
            TakeTypes(content[(content[0] == 0 ? 6 : Math.Min(8, content.Length))..]);
        }
        else if (type == HeicHeader.Code("iprp"u8))
        {
            TakeProperties(content);
        }
    }

    private void TakeTypes(ReadOnlySpan<byte> entries)
    {
        while (HeicHeader.TryNext(ref entries, out _, out var entry, out _))
        {
            // Version 2 has ids of two bytes, version 3 of four bytes; older versions have no types.
            var idLength = entry.Length > 0 && entry[0] == 3 ? 4 : 2;
            if (entry.Length < 4 + idLength + 2 + 4 || entry[0] is not (2 or 3) || _types.Count >= MaxItems)
            {
                _isRefused = true;
                return;
            }

            var type = HeicHeader.Code(entry[(4 + idLength + 2)..]);
            _isRefused |= !Accepted.Contains(type);
            _types[idLength == 4 ? Number(entry[4..]) : BinaryPrimitives.ReadUInt16BigEndian(entry[4..])] = type;
        }
    }

    private void TakeProperties(ReadOnlySpan<byte> boxes)
    {
        while (HeicHeader.TryNext(ref boxes, out var type, out var content, out _))
        {
            if (type == HeicHeader.Code("ipco"u8))
            {
                TakeSizes(content);
            }
            else if (type == HeicHeader.Code("ipma"u8))
            {
                TakeAssociations(content);
            }
        }
    }

    private void TakeSizes(ReadOnlySpan<byte> properties)
    {
        while (HeicHeader.TryNext(ref properties, out var type, out var content, out _) && _properties.Count < MaxItems)
        {
            var isSize = type == HeicHeader.Code("ispe"u8) && content.Length >= 12;
            var (width, height) = isSize ? (Number(content[4..]), Number(content[8..])) : (0, 0);
            _isRefused |= width > int.MaxValue || height > int.MaxValue;
            _properties.Add(isSize ? ((int)width, (int)height) : null);
        }
    }

    private void TakeAssociations(ReadOnlySpan<byte> content)
    {
        if (content.Length < 8)
        {
            return;
        }

        var (idLength, indexLength) = (content[0] == 0 ? 2 : 4, (content[3] & 1) == 0 ? 1 : 2);
        for (var rest = content[8..]; rest.Length > idLength;)
        {
            var id = idLength == 2 ? BinaryPrimitives.ReadUInt16BigEndian(rest) : Number(rest);
            int count = rest[idLength];
            rest = rest[(idLength + 1)..];
            for (; count > 0 && rest.Length >= indexLength; count--, rest = rest[indexLength..])
            {
                // The highest bit marks a property that a reader must understand.
                var index = indexLength == 1 ? rest[0] & 0x7F : BinaryPrimitives.ReadUInt16BigEndian(rest) & 0x7FFF;
                if (index > 0 && index <= _properties.Count && _properties[index - 1] is { } size)
                {
                    _sizes[id] = size;
                }
            }
        }
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => bytes.Length >= 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;
}
