using System.Security.Cryptography;
using System.Text;
using Territory.Model.Travel;

namespace Territory.Roads.Providers.Caching;

/// <summary>The pairs of one provider on disk.</summary>
/// <remarks>
/// Layout, little-endian: 8 bytes magic, int32 version, the provider's name and the labels as length-prefixed UTF-8, int32 count, then a pair in 31
/// bytes (from and to as int32 longitude and latitude, byte mode, uint16 label, int32 seconds, int32 metres, uint32 time), least recently used first,
/// then SHA-256 of everything before. Written beside and moved into place, so that a crash leaves the old file.
/// </remarks>
internal sealed class CacheFile(string directory, string provider)
{
    private const int Version = 1;
    private const int PairBytes = 31;
    private static readonly byte[] Magic = "TRYPAIRS"u8.ToArray();

    public string Path { get; } =
        System.IO.Path.Combine(directory, $"pairs-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(provider)).AsSpan(0, 8))}.bin");

    /// <exception cref="IOException">The disk is full, the folder cannot be made, ...</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public void Write(IReadOnlyList<string> labels, (PairKey Key, PairFigures Figures)[] pairs)
    {
        Directory.CreateDirectory(directory);
        var temporary = Path + ".part";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                using var hash = SHA256.Create();
                using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
                using (var writer = new BinaryWriter(hashed, Encoding.UTF8, leaveOpen: true))
                    WriteContent(writer, labels, pairs);
                file.Write(hash.Hash!);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Fills an empty store; leaves it alone and says what is wrong where the file cannot be used. A missing file is no fault.</summary>
    public string? Read(PairStore store)
    {
        try
        {
            if (!File.Exists(Path))
                return null;
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            if (!IsWhole(file))
                return "its checksum does not match its content";
            file.Position = 0;
            using var reader = new BinaryReader(file, Encoding.UTF8);
            return ReadContent(reader, file.Length - SHA256.HashSizeInBytes, store);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            return failure.Message;
        }
    }

    /// <summary>Before anything of it is believed; reads it once in small parts.</summary>
    private static bool IsWhole(FileStream file)
    {
        var left = file.Length - SHA256.HashSizeInBytes;
        if (left < Magic.Length)
            return false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (left > 0)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, left));
            file.ReadExactly(part);
            hash.AppendData(part);
            left -= part.Length;
        }

        var stated = buffer.AsSpan(0, SHA256.HashSizeInBytes);
        file.ReadExactly(stated);
        return stated.SequenceEqual(hash.GetHashAndReset());
    }

    private void WriteContent(BinaryWriter writer, IReadOnlyList<string> labels, (PairKey Key, PairFigures Figures)[] pairs)
    {
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(provider);
        writer.Write(labels.Count);
        foreach (var label in labels)
            writer.Write(label);
        writer.Write(pairs.Length);
        foreach (var (key, figures) in pairs)
        {
            writer.Write(key.From.Longitude);
            writer.Write(key.From.Latitude);
            writer.Write(key.To.Longitude);
            writer.Write(key.To.Latitude);
            writer.Write((byte)key.Mode);
            writer.Write(figures.Label);
            writer.Write(figures.Seconds);
            writer.Write(figures.Meters);
            writer.Write(figures.FetchedAt);
        }
    }

    /// <summary>The checksum only says that the file is as it was written, so its content is checked as well.</summary>
    private string? ReadContent(BinaryReader reader, long end, PairStore store)
    {
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic) || reader.ReadInt32() != Version)
            return "another version wrote it";
        if (reader.ReadString() != provider)
            return "it belongs to another provider";
        var labels = reader.ReadInt32();
        if (labels is < 0 or > ushort.MaxValue)
            return "its labels are damaged";
        for (var i = 0; i < labels; i++)
        {
            if (store.LabelOf(reader.ReadString()) != i)
                return "its labels are damaged";
        }

        var count = reader.ReadInt32();
        if (count < 0 || end - reader.BaseStream.Position != (long)count * PairBytes)
            return "its length does not match its content";
        var pairs = new List<(PairKey, PairFigures)>();
        for (var i = 0; i < count; i++)
        {
            var key = new PairKey(new Place(reader.ReadInt32(), reader.ReadInt32()), new Place(reader.ReadInt32(), reader.ReadInt32()), (TravelMode)reader.ReadByte());
            var label = reader.ReadUInt16();
            var figures = new PairFigures(reader.ReadInt32(), reader.ReadInt32(), label, reader.ReadUInt32());
            if (!key.From.IsValid || !key.To.IsValid || !Enum.IsDefined(key.Mode) || label >= labels
                || figures.Seconds < TravelMatrix.Unreachable || figures.Meters < TravelMatrix.Unreachable)
                return $"pair {i} is damaged";
            pairs.Add((key, figures));
        }

        foreach (var (key, figures) in pairs)
            store.Put(key, figures);
        return null;
    }
}
