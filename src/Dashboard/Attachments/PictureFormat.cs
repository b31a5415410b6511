namespace Territory.Dashboard.Attachments;

/// <summary>A picture format that is taken, told by its first bytes and by nothing that the sender says.</summary>
public sealed record PictureFormat(string Extension, string MediaType)
{
    public static PictureFormat Jpeg { get; } = new("jpg", "image/jpeg");

    public static PictureFormat Png { get; } = new("png", "image/png");

    public static IReadOnlyList<PictureFormat> All { get; } = [Jpeg, Png];

    /// <summary>Null when it is neither.</summary>
    public static PictureFormat? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return Jpeg;
        return content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png : null;
    }
}
