using System.IO.Compression;
using System.Text;
using Territory.Model.Problems;

namespace Territory.Optimizer.Formats;

/// <summary>The lines of a text file, unpacked when it is gzip by its first bytes, with limits on what a hostile file can ask for.</summary>
internal static class InstanceText
{
    private const int LargestTextBytes = 512 << 20;

    /// <exception cref="InvalidInputException">The file cannot be read, is damaged or too large.</exception>
    public static string[] ReadLines(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> magic = stackalloc byte[2];
            var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
            file.Position = 0;
            using Stream text = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var copy = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = text.Read(buffer)) > 0;)
            {
                if (copy.Length + read > LargestTextBytes)
                    throw new InvalidInputException(new Problem("file.size", $"A text may be at most {LargestTextBytes >> 20} MB.", path));
                copy.Write(buffer, 0, read);
            }

            return Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length).TrimStart('\uFEFF').Split('\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Problem("file.unreadable", $"The file cannot be read: {exception.Message}", path));
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidInputException(new Problem("file.gzip", $"The gzip data is damaged: {exception.Message}", path));
        }
    }
}
