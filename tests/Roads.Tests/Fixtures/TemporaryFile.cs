namespace Territory.Roads.Tests.Fixtures;

/// <summary>A file name in the temporary folder, deleted at the end.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string extension = ".tmp") => Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"roads-{Guid.NewGuid():N}{extension}");

    public TemporaryFile(ReadOnlySpan<byte> content, string extension)
        : this(extension) => File.WriteAllBytes(Path, content.ToArray());

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
