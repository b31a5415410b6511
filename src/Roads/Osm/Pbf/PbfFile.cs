using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Territory.Model.Problems;

namespace Territory.Roads.Osm.Pbf;

/// <summary>The outer layer of an OpenStreetMap PBF file: a chain of blobs, each compressed on its own. Nothing is allocated on the file's word alone.</summary>
/// <remarks>
/// Limits: 64 KiB a blob header, 32 MiB a blob, both the format's own; a million blobs; and, against files made to swell, 30 times the file's
/// size plus 4 MiB decompressed in all (real extracts expand two to six times).
/// Source: the PBF format description of the OpenStreetMap wiki.
/// </remarks>
internal sealed class PbfFile : IDisposable
{
    private const int MaxHeaderBytes = 64 * 1024;
    private const int MaxBlobBytes = 32 * 1024 * 1024;
    private const int MaxBlobs = 1_000_000;
    private const int MaxExpansion = 30;
    private const long ExpansionSlackBytes = 4L * 1024 * 1024;

    /// <summary>No stream of the deflate format holds more: 258 bytes in two bits.</summary>
    private const int MostDeflated = 1032;

    private readonly FileStream file;
    private readonly string name;
    private byte[] compressed = [];
    private byte[] content = [];
    private long expandedBytes;

    public PbfFile(string path)
    {
        name = path;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException(new Problem("osm.file.missing", "There is no such file.", path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException(new Problem("osm.file.unreadable", exception.Message, path));
        }
    }

    public long Length => file.Length;

    /// <summary>Walks the chain without decompressing, so that a file that is cut short is refused before any work.</summary>
    public List<BlobPlace> FindBlobs(CancellationToken cancellationToken)
    {
        var places = new List<BlobPlace>();
        long offset = 0;
        Span<byte> prefix = stackalloc byte[4];
        while (offset < file.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (places.Count == MaxBlobs)
                throw Refused("osm.blobs.many", offset, $"The file has more than {MaxBlobs} blobs.");
            ReadAt(offset, prefix);
            var headerLength = BinaryPrimitives.ReadUInt32BigEndian(prefix);
            if (headerLength is 0 or > MaxHeaderBytes)
                throw Refused("osm.header.length", offset, $"A blob header has 1 to {MaxHeaderBytes} bytes; this one states {headerLength}. The file is no OpenStreetMap PBF extract or is damaged.");
            var header = Buffer(ref compressed, (int)headerLength);
            ReadAt(offset + 4, header);
            var (type, length) = ParseHeader(header, offset + 4);
            var start = offset + 4 + headerLength;
            if (start + length > file.Length)
                throw Refused("osm.file.truncated", offset, $"The blob states {length} bytes but the file ends {start + length - file.Length} bytes earlier; download it again.");
            if (type is "OSMHeader" or "OSMData")
                places.Add(new BlobPlace(start, length, type == "OSMHeader"));
            offset = start + length;
        }

        if (places.Count == 0 || !places[0].IsHeader)
            throw Refused("osm.header.missing", 0, "An OpenStreetMap PBF extract begins with an OSMHeader blob; this file does not.");
        return places;
    }

    /// <summary>Runs an action over a blob's decompressed content, which is only valid inside it; format errors become problems with the blob's place.</summary>
    public void Open(BlobPlace place, ContentAction action)
    {
        try
        {
            action(Decompress(place));
        }
        catch (PbfFormatException exception)
        {
            throw Refused("osm.blob.damaged", place.Offset, $"The blob cannot be decoded: {exception.Message}.");
        }
        catch (InvalidDataException)
        {
            // Its own words are of archives, and differ from one version of the runtime to the next.
            throw Refused("osm.blob.damaged", place.Offset, "The blob cannot be decoded: its compressed content is damaged; download the file again.");
        }
    }

    /// <summary>A new pass begins: what earlier passes decompressed does not count against the limit.</summary>
    public void BeginPass() => expandedBytes = 0;

    public InvalidInputException Refused(string code, long offset, string rule) => new(new Problem(code, rule, name, Field: $"byte {offset}"));

    public void Dispose() => file.Dispose();

    private (string Type, int Length) ParseHeader(ReadOnlySpan<byte> header, long offset)
    {
        try
        {
            var type = "";
            var length = -1;
            var reader = new WireReader(header);
            while (reader.Next())
            {
                if (reader.Field == 1)
                    type = Encoding.UTF8.GetString(reader.Bytes());
                else if (reader.Field == 3)
                    length = reader.Int32();
                else
                    reader.Skip();
            }

            return length is >= 0 and <= MaxBlobBytes
                ? (type, length)
                : throw new PbfFormatException($"a blob has 0 to {MaxBlobBytes} bytes, this one states {length}");
        }
        catch (PbfFormatException exception)
        {
            throw Refused("osm.header.damaged", offset, $"The blob header cannot be decoded: {exception.Message}.");
        }
    }

    private ReadOnlySpan<byte> Decompress(BlobPlace place)
    {
        var blob = Buffer(ref compressed, place.Length);
        ReadAt(place.Offset, blob);
        var rawSize = 0;
        var zlib = ReadOnlySpan<byte>.Empty;
        var raw = ReadOnlySpan<byte>.Empty;
        var reader = new WireReader(blob);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    raw = reader.Bytes();
                    break;
                case 2:
                    rawSize = reader.Int32();
                    break;
                case 3:
                    zlib = reader.Bytes();
                    break;
                case 4 or 5 or 6 or 7:
                    throw new PbfFormatException($"its compression ({CompressionName(reader.Field)}) is not supported; convert the file with zlib compression");
                default:
                    reader.Skip();
                    break;
            }
        }

        if (zlib.IsEmpty)
            return Counted(raw);
        if (rawSize is <= 0 or > MaxBlobBytes)
            throw new PbfFormatException($"the decompressed content has 1 to {MaxBlobBytes} bytes, this one states {rawSize}");
        if (rawSize > (long)zlib.Length * MostDeflated)
            throw new PbfFormatException($"it states {rawSize} decompressed bytes, more than {zlib.Length} compressed ones can hold");
        return Counted(Inflate(zlib, rawSize));
    }

    private ReadOnlySpan<byte> Inflate(ReadOnlySpan<byte> zlib, int rawSize)
    {
        if (expandedBytes + rawSize > Allowance)
            throw TooLarge();
        var target = Buffer(ref content, rawSize);
        unsafe
        {
            fixed (byte* start = zlib)
            {
                using var source = new UnmanagedMemoryStream(start, zlib.Length);
                using var inflater = new ZLibStream(source, CompressionMode.Decompress);
                var read = inflater.ReadAtLeast(target, rawSize, throwOnEndOfStream: false);
                if (read < rawSize)
                    throw new PbfFormatException($"it states {rawSize} decompressed bytes and holds {read}");
                Span<byte> beyond = stackalloc byte[1];
                if (inflater.Read(beyond) != 0)
                    throw new PbfFormatException($"it holds more than the {rawSize} decompressed bytes it states");
            }
        }

        return target;
    }

    private long Allowance => (file.Length * MaxExpansion) + ExpansionSlackBytes;

    private ReadOnlySpan<byte> Counted(ReadOnlySpan<byte> opened)
    {
        expandedBytes += opened.Length;
        return expandedBytes <= Allowance ? opened : throw TooLarge();
    }

    private static PbfFormatException TooLarge() =>
        new($"the file would decompress to more than {MaxExpansion} times its size, which no real extract does");

    private static string CompressionName(int field) => field switch
    {
        4 => "LZMA",
        5 => "bzip2",
        6 => "LZ4",
        _ => "Zstandard",
    };

    private void ReadAt(long offset, Span<byte> target)
    {
        file.Position = offset;
        if (file.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length)
            throw Refused("osm.file.truncated", offset, $"The file ends inside a blob, {offset + target.Length - file.Length} bytes early; download it again.");
    }

    private static Span<byte> Buffer(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new byte[Math.Max(length, Math.Min(buffer.Length * 2, MaxBlobBytes))];
        return buffer.AsSpan(0, length);
    }
}
