using System.Buffers.Binary;
using System.Security.Cryptography;
using Territory.Model.Problems;
using Territory.Roads.Network;

namespace Territory.Roads.Files;

/// <summary>The .roads file: a header with a version, the columns of the network, and a checksum over both.</summary>
/// <remarks>Layout, little-endian: 8 bytes magic, int32 version, int64 payload length, payload, SHA-256 of everything before it.</remarks>
internal static class RoadsFile
{
    private const int Version = 1;
    private const int HeaderLength = 20;
    private static readonly byte[] Magic = "TRYROADS"u8.ToArray();

    public static void Write(RoadNetwork network, string path)
    {
        var payload = new ColumnWriter();
        RoadTablesFormat.Write(payload, network.Tables);
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(header[12..], payload.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(payload.Written);
        var temporary = path + ".part";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                file.Write(header);
                file.Write(payload.Written);
                file.Write(hash.GetHashAndReset());
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public static RoadNetwork Read(string path)
    {
        var bytes = ReadAll(path);
        if (bytes.Length < HeaderLength + SHA256.HashSizeInBytes || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            throw Refused(path, "roads.file.format", "This is not a road network file; make one with \"territory roads build\".");
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        if (version != Version)
            throw Refused(path, "roads.file.version", $"The file has format version {version}, this program reads version {Version}; build it again from the extract.");
        var payload = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(12));
        var checkedLength = bytes.Length - SHA256.HashSizeInBytes;
        if (payload != checkedLength - HeaderLength)
            throw Refused(path, "roads.file.damaged", "The file is cut short or has something appended; build it again or copy it again.");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, checkedLength), hash);
        if (!hash.SequenceEqual(bytes.AsSpan(checkedLength)))
            throw Refused(path, "roads.file.damaged", "The checksum does not match the content; build it again or copy it again.");
        try
        {
            return new RoadNetwork(RoadTablesFormat.Read(new ColumnReader(bytes.AsSpan(HeaderLength, (int)payload))));
        }
        catch (InvalidDataException exception)
        {
            throw Refused(path, "roads.file.content", exception.Message);
        }
    }

    private static byte[] ReadAll(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true } info && info.Length > Array.MaxLength)
                throw Refused(path, "roads.file.size", "The file is larger than 2 GB, which this version cannot load.");
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refused(path, "roads.file.missing", "There is no such file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, "roads.file.unreadable", exception.Message);
        }
    }

    private static InvalidInputException Refused(string path, string code, string rule) => new(new Problem(code, rule, path));
}
