using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Results.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddDecision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_payments_Date_Amount",
                table: "payments");

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "results",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Account",
                table: "payments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Document",
                table: "payments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_payments_Amount_Date",
                table: "payments",
                columns: new[] { "Amount", "Date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_payments_Amount_Date",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "Decision",
                table: "results");

            migrationBuilder.DropColumn(
                name: "Account",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "Document",
                table: "payments");

            migrationBuilder.CreateIndex(
                name: "IX_payments_Date_Amount",
                table: "payments",
                columns: new[] { "Date", "Amount" });
        }
    }
}
