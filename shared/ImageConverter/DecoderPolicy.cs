using System.Text;
using ImageMagick;

namespace Ocr.ImageConverter;

/// <summary>Restricts ImageMagick to reading HEIC and writing PNG (<c>imagemagick/policy.xml</c>), within limits.</summary>
internal static class DecoderPolicy
{
    private const int BytesPerPixel = 4;

    /// <summary>Applies the policy to the process.</summary>
    /// <param name="maxPixels">Maximum number of pixels of an image.</param>
    /// <exception cref="InvalidOperationException">The policy is not in effect.</exception>
    public static void Apply(long maxPixels)
    {
        // A folder of files that ImageMagick.NET writes for each process would remain in the temporary folder.
        MagickNET.SetEnvironmentVariable("MAGICK_CONFIGURE_PATH", Path.Combine(AppContext.BaseDirectory, "imagemagick"));
        ResourceLimits.Thread = 1;
        ResourceLimits.Disk = 0;
        // The image and its output.
        ResourceLimits.ListLength = 2;
        ResourceLimits.Width = ResourceLimits.Height = ushort.MaxValue;
        ResourceLimits.Area = ResourceLimits.Memory = ResourceLimits.MaxMemoryRequest = (ulong)(maxPixels * BytesPerPixel * 2);
        if (ReadsOtherFormats())
        {
            throw new InvalidOperationException("The policy of ImageMagick is not in effect.");
        }
    }

    private static bool ReadsOtherFormats()
    {
        try
        {
            using var image = new MagickImage(Encoding.ASCII.GetBytes("P2 1 1 1 0\n"), MagickFormat.Pgm);
            return true;
        }
        catch (MagickPolicyErrorException)
        {
            return false;
        }
    }
}
