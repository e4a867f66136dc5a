using System.Text;
using Ocr.Ingest.Upload;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>How files and fields of a form belong together.</summary>
public sealed class UploadFormTests
{
    [Fact]
    public void A_file_has_its_number_among_all_files_of_the_form()
    {
        using var form = new UploadForm();
        form.AddFile("cero.png", null, 100, null);
        form.AddFile("uno.png", SpooledFile.Of("uno.png"), 10, null);
        form.AddFile("dos.png", null, 100, null);
        form.AddFile("tres.png", SpooledFile.Of("tres.png"), 10, "Imagen dañada");

        Assert.Equal([1, 3], form.Files.Select(file => file.Index));
        Assert.Equal(["0 cero.png", "2 dos.png"], form.Rejected.Select(file => $"{file.Index} {file.Name}"));
        Assert.Equal([("cero.png", 100), ("dos.png", 100)], form.TooLarge);
        Assert.Equal(["Imagen dañada"], form.Files[1].Errors);
    }

    [Fact]
    public void Rejected_files_are_closed_and_listed_in_the_order_of_the_form()
    {
        using var form = new UploadForm();
        form.AddFile("cero.png", SpooledFile.Of("cero.png"), 10, "Imagen dañada");
        form.AddFile("uno.png", null, 100, null);
        form.AddFile("dos.png", SpooledFile.Of("dos.png"), 10, null);
        form.AddFile("tres.png", SpooledFile.Of("tres.png"), 10, "Archivo vacío");
        var contents = form.Files.Select(file => file.Content).ToArray();

        form.Reject();

        Assert.Equal(["0 cero.png Imagen dañada", "1 uno.png Archivo demasiado grande (0 MB)", "3 tres.png Archivo vacío"],
            form.Rejected.Select(file => $"{file.Index} {file.Name} {string.Join(',', file.Errors)}"));
        Assert.Equal(["dos.png"], form.Files.Select(file => file.OriginalName));
        Assert.Equal([false, true, false], contents.Select(content => content.CanRead));
    }

    [Fact]
    public void Closing_a_form_closes_its_files()
    {
        var form = new UploadForm();
        form.AddFile("uno.png", SpooledFile.Of("uno.png"), 10, null);
        var content = form.Files[0].Content;

        form.Dispose();

        Assert.False(content.CanRead);
    }

    [Fact]
    public void Forms_with_the_same_files_and_fields_have_the_same_content_in_any_order_of_the_fields()
    {
        using var one = Form(["a.png", "b.png"], ("nombre", "Ana"), ("caption", "Hola"));
        using var two = Form(["a.png", "b.png"], ("caption", "Hola"), ("nombre", "Ana"));

        Assert.Equal(one.Content(), two.Content());
    }

    // Stored fingerprints of this list are compared for 24 hours, also with those of another release.
    [Fact]
    public void The_content_lists_the_files_the_rejected_names_and_the_sorted_fields()
    {
        using var form = Form(["b.png"], ("nombre", "Ana"), ("caption", "Hola"));
        form.AddFile("grande.png", null, 100, null);

        Assert.Equal(["b.png", "", "grande.png", "caption", "Hola", "nombre", "Ana"], form.Content());
    }

    [Fact]
    public void Every_difference_of_a_form_is_a_difference_of_its_content()
    {
        using var form = Form(["a.png", "b.png"], ("nombre", "Ana"));
        using var files = Form(["b.png", "a.png"], ("nombre", "Ana"));
        using var value = Form(["a.png", "b.png"], ("nombre", "Eva"));
        using var field = Form(["a.png", "b.png"], ("caption", "Ana"));
        using var bytes = Form(["a.png"], ("nombre", "Ana"));
        bytes.AddFile("b.png", SpooledFile.Of("b.png", sha256: new string('f', 64)), 10, null);
        using var large = Form(["a.png", "b.png"], ("nombre", "Ana"));
        large.AddFile("grande.png", null, 100, null);

        UploadForm[] forms = [form, files, value, field, bytes, large];
        Assert.Equal(forms.Length, forms.Select(item => string.Join('|', item.Content())).Distinct().Count());
    }

    [Theory]
    [InlineData(true, "nombre")]
    [InlineData(false, "nombre_0")]
    public void A_missing_field_has_the_name_that_the_client_has_to_send(bool isSingle, string name)
    {
        using var form = new UploadForm { IsSingle = isSingle };
        Fill(form, ["recibo.png"], [("numerosorteo", "A"), ("fechasorteo", "20250711"), ("idWhatsapp", "123456789@lid"), ("horamin", "14-30")]);

        MetadataReader.Apply(form);

        Assert.Null(form.Files[0].Metadata);
        Assert.Equal([$"{name}: Campo requerido"], form.Files[0].Errors);
        Assert.True(form.Errors.Any);
        Assert.False(form.Errors.IsOfRequest);
    }

    [Fact]
    public void A_numbered_field_is_of_one_file_and_a_plain_one_of_all_others()
    {
        const string stored = "20250711-07--987654321@lid_Ana_09-05.png";
        using var form = Form([stored, stored, "b.png"], ("numerosorteo", "A"), ("nombre_1", "Eva"), ("caption", "  "), ("caption_1", "Hola"), ("otro", "x"));
        form.Fields["fechasorteo_2"] = "20250712";
        form.Fields["idWhatsapp_2"] = "123456789@lid";
        form.Fields["nombre_2"] = "Luz";
        form.Fields["horamin_2"] = "14-30";

        MetadataReader.Apply(form);

        Assert.False(form.Errors.Any);
        Assert.Equal(
            ["A 20250711 987654321@lid Ana 09-05 - x", "A 20250711 987654321@lid Eva 09-05 Hola x", "A 20250712 123456789@lid Luz 14-30 - x"],
            form.Files.Select(file => file.Metadata!)
                .Select(item => $"{item.DrawNumber} {item.DrawDate} {item.WhatsappId} {item.SenderName} {item.SentAt} {item.Caption ?? "-"} {item.Other}"));
    }

    [Fact]
    public void A_file_with_an_invalid_field_has_its_error_and_no_metadata()
    {
        using var form = Form(["20250711-07--987654321@lid_Ana_09-05.png"], ("horamin", "25-00"));

        MetadataReader.Apply(form);

        Assert.Null(form.Files[0].Metadata);
        Assert.Equal(["horamin: La hora no existe (00-00 a 23-59)"], form.Files[0].Errors);
    }

    [Fact]
    public void A_field_that_is_not_text_or_too_long_is_an_error_of_the_request()
    {
        using var form = new UploadForm();
        Assert.False(form.Errors.Any);
        form.AddField("nombre", [0xC3]);
        form.AddField("otro", Encoding.UTF8.GetBytes(new string('x', UploadForm.MaxFieldBytes + 1)));

        Assert.True(form.Errors.IsOfRequest);
        Assert.Empty(form.Fields);
    }

    private static UploadForm Form(string[] files, params (string Name, string Value)[] fields)
    {
        var form = new UploadForm();
        Fill(form, files, fields);
        return form;
    }

    private static void Fill(UploadForm form, string[] files, (string Name, string Value)[] fields)
    {
        foreach (var name in files)
        {
            form.AddFile(name, SpooledFile.Of(name), 10, null);
        }

        foreach (var (name, value) in fields)
        {
            form.AddField(name, Encoding.UTF8.GetBytes(value));
        }
    }
}
