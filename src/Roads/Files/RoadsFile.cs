using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using Territory.Model.Problems;
using Territory.Roads.Network;

namespace Territory.Roads.Files;

/// <summary>The .roads file: a header with a version, the columns of the network, named sections, and a checksum over all.</summary>
/// <remarks>
/// Layout, little-endian: 8 bytes magic, int32 version, int64 payload length; payload: int64 length of the tables, the tables, int32 count of sections,
/// then for each its name, int64 length and bytes; SHA-256 of everything before it.
/// The file is read once, through a memory map, so that the checksum and the columns are taken from the page cache without a copy of the whole file in between.
/// The columns are then copied out: an array that stayed mapped would end the process with a fault that nothing can catch, the moment another process
/// truncates the file. Writers of this program never do; they replace a file whole, which leaves an old map intact.
/// </remarks>
internal static class RoadsFile
{
    private const int Version = 2;
    private const int HeaderLength = 20;
    private const int SectionBytes = 12;
    private const long HashedAtOnce = 1 << 28;
    private static readonly byte[] Magic = "TRYROADS"u8.ToArray();

    /// <param name="sections">Further content by name, such as what is prepared for a profile; it is kept as it is.</param>
    public static void Write(RoadTables tables, IReadOnlyDictionary<string, byte[]> sections, string path)
    {
        var counted = new ColumnWriter();
        RoadTablesFormat.Write(counted, tables);
        var tablesLength = counted.Length;
        WriteSections(counted, sections);
        var temporary = path + ".part";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            {
                var writer = new ColumnWriter(file, hash);
                writer.Bytes(Magic);
                writer.Int32(Version);
                writer.Int64(sizeof(long) + counted.Length);
                writer.Int64(tablesLength);
                RoadTablesFormat.Write(writer, tables);
                WriteSections(writer, sections);
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

    /// <exception cref="InvalidInputException">The file is not a network, is of another version, or is damaged.</exception>
    public static (RoadTables Tables, IReadOnlyDictionary<string, byte[]> Sections) Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
            if (stream.Length < HeaderLength + SHA256.HashSizeInBytes)
                throw NoRoadFile(path);
            using var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            using var view = map.CreateViewAccessor(0, stream.Length, MemoryMappedFileAccess.Read);
            return Read(view, stream.Length, path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refused(path, "roads.file.missing", "There is no such file.");
        }
        catch (InvalidDataException exception)
        {
            throw Refused(path, "roads.file.content", exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, "roads.file.unreadable", exception.Message);
        }
    }

    private static unsafe (RoadTables Tables, IReadOnlyDictionary<string, byte[]> Sections) Read(MemoryMappedViewAccessor view, long length, string path)
    {
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            start += view.PointerOffset;
            RequireSound(start, length, path);
            var payload = new ColumnReader(start + HeaderLength, length - HeaderLength - SHA256.HashSizeInBytes);
            var tables = RoadTablesFormat.Read(payload.Part(payload.Int64()));
            return (tables, ReadSections(ref payload));
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    private static unsafe void RequireSound(byte* start, long length, string path)
    {
        if (!new ReadOnlySpan<byte>(start, Magic.Length).SequenceEqual(Magic))
            throw NoRoadFile(path);
        var header = new ColumnReader(start + Magic.Length, HeaderLength - Magic.Length);
        var version = header.Int32();
        if (version != Version)
            throw Refused(path, "roads.file.version", $"The file has format version {version}, this program reads version {Version}; build it again from the extract.");
        var checkedLength = length - SHA256.HashSizeInBytes;
        if (header.Int64() != checkedLength - HeaderLength)
            throw Refused(path, "roads.file.damaged", "The file is cut short or has something appended; build it again or copy it again.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var offset = 0L; offset < checkedLength; offset += HashedAtOnce)
            hash.AppendData(new ReadOnlySpan<byte>(start + offset, (int)Math.Min(HashedAtOnce, checkedLength - offset)));
        Span<byte> found = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(found);
        if (!found.SequenceEqual(new ReadOnlySpan<byte>(start + checkedLength, SHA256.HashSizeInBytes)))
            throw Refused(path, "roads.file.damaged", "The checksum does not match the content; build it again or copy it again.");
    }

    private static void WriteSections(ColumnWriter writer, IReadOnlyDictionary<string, byte[]> sections)
    {
        writer.Int32(sections.Count);
        foreach (var (name, content) in sections.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Text(name);
            writer.Int64(content.Length);
            writer.Bytes(content);
        }
    }

    private static Dictionary<string, byte[]> ReadSections(ref ColumnReader reader)
    {
        var count = reader.Count(SectionBytes);
        var sections = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var name = reader.Text();
            RoadTablesValidation.Require(name is not null, "a section has no name");
            RoadTablesValidation.Require(sections.TryAdd(name!, reader.Part(reader.Int64()).Rest()), "two sections have one name");
        }

        RoadTablesValidation.Require(reader.IsAtEnd, "something follows the last section");
        return sections;
    }

    private static InvalidInputException NoRoadFile(string path) =>
        Refused(path, "roads.file.format", "This is not a road network file; make one with \"territory roads build\".");

    private static InvalidInputException Refused(string path, string code, string rule) => new(new Problem(code, rule, path));
}
