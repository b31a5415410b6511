using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Territory.Dashboard.Pages;

/// <summary>A file of the front end.</summary>
/// <param name="Path">Relative to the front end's root, with slashes.</param>
/// <param name="IsImmutable">Its name holds a hash of its content, so a browser may keep it for good.</param>
internal sealed record WebAsset(string Path, string ContentType, byte[] Content, string Tag, bool IsImmutable)
{
    private Task<byte[]>? _brotli;

    /// <summary>The content in Brotli once it is made, which begins when it is first asked for; null until then and for what does not shrink.</summary>
    public byte[]? TryBrotli()
    {
        if (!ContentType.StartsWith("text/", StringComparison.Ordinal) && !ContentType.Contains("javascript", StringComparison.Ordinal)
            && !ContentType.Contains("json", StringComparison.Ordinal) && !ContentType.Contains("svg", StringComparison.Ordinal))
        {
            return null;
        }

        var made = LazyInitializer.EnsureInitialized(ref _brotli, () => Task.Run(Compress));
        return made.IsCompletedSuccessfully ? made.GetAwaiter().GetResult() : null;
    }

    private byte[] Compress()
    {
        var bytes = new byte[BrotliEncoder.GetMaxCompressedLength(Content.Length)];
        return BrotliEncoder.TryCompress(Content, bytes, out var written, quality: 9, window: 22) ? bytes[..written] : Content;
    }
}

/// <summary>The built front end, which is part of this assembly.</summary>
internal sealed class WebAssets
{
    public const string Index = "index.html";
    private const string Prefix = "web/";

    private readonly FrozenDictionary<string, WebAsset> _assets;

    public WebAssets()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        var assembly = typeof(WebAssets).Assembly;
        _assets = assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Path: name.Replace('\\', '/')))
            .Where(resource => resource.Path.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(resource =>
            {
                using var stream = assembly.GetManifestResourceStream(resource.Name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                var path = resource.Path[Prefix.Length..];
                var type = types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
                if (type.StartsWith("text/", StringComparison.Ordinal))
                    type += "; charset=utf-8";
                var tag = $"\"{Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 12))}\"";
                return new WebAsset(path, type, content, tag, path.StartsWith("assets/", StringComparison.Ordinal));
            })
            .ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal);
    }

    /// <summary>The file at a path; for a page of the application the index; null for a file that does not exist.</summary>
    public WebAsset? Find(string path)
    {
        if (_assets.TryGetValue(path, out var asset))
            return asset;
        return Path.HasExtension(path) ? null : _assets.GetValueOrDefault(Index);
    }
}
