using System.Text;
using Territory.Model.Problems;

namespace Territory.Imports.Tables;

/// <summary>A text file of unknown encoding as text: UTF-8 where it is valid UTF-8, otherwise GBK, the usual encoding of Chinese spreadsheets.</summary>
public static class TextFile
{
    public const long LargestBytes = 256L * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="InvalidInputException">The file cannot be read, is too large, or is neither encoding.</exception>
    public static string Read(string path, string shownPath)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > LargestBytes)
                throw Refused("file.too-large", $"A table may have at most {LargestBytes / 1024 / 1024} MiB; split it.", shownPath, $"{length} bytes");
            return Decode(File.ReadAllBytes(path), shownPath);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refused("file.unreadable", $"The file cannot be read: {failure.Message}", shownPath, null);
        }
    }

    /// <exception cref="InvalidInputException">The bytes are text in neither encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string shownPath)
    {
        if (bytes.Contains((byte)0))
            throw Refused("file.not-text", "A CSV text file in UTF-8 or GBK is expected; save a workbook, or text in another encoding, as CSV UTF-8 first.", shownPath, null);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            try
            {
                return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                throw Refused("file.encoding", "The file is neither UTF-8 nor GBK text; save it as CSV UTF-8.", shownPath, null);
            }
        }
    }

    private static InvalidInputException Refused(string code, string rule, string path, string? value) => new(new Problem(code, rule, path, Value: value));
}
