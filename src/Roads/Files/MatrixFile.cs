using System.Buffers.Binary;
using Territory.Model.Problems;
using Territory.Model.Travel;

namespace Territory.Roads.Files;

/// <summary>The binary matrix file: little-endian int32 n, n x n float32 seconds row by row, n x n float32 metres; unreachable is NaN.</summary>
public static class MatrixFile
{
    /// <summary>Replaces the file only when the new one is complete.</summary>
    /// <exception cref="InvalidInputException">The file cannot be written there.</exception>
    public static void Write(TravelMatrix matrix, string path)
    {
        var temporary = path + ".part";
        try
        {
            try
            {
                using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
                    Write(matrix, stream);
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Problem("matrix.file.unwritable", exception.Message, path));
        }
    }

    public static void Write(TravelMatrix matrix, Stream stream)
    {
        Span<byte> count = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(count, matrix.Size);
        stream.Write(count);
        WriteBlock(matrix.Seconds, matrix.Size, stream);
        WriteBlock(matrix.Meters, matrix.Size, stream);
    }

    private static void WriteBlock(ReadOnlySpan<int> values, int size, Stream stream)
    {
        var row = new byte[size * sizeof(float)];
        for (var start = 0; start < values.Length; start += size)
        {
            for (var i = 0; i < size; i++)
            {
                var value = values[start + i];
                BinaryPrimitives.WriteSingleLittleEndian(row.AsSpan(i * sizeof(float)), value == TravelMatrix.Unreachable ? float.NaN : value);
            }

            stream.Write(row);
        }
    }
}
